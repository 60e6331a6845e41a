import type { UserReply } from '../../operations/userReply';
import type { EmulatedAccount } from '../accounts/accounts';
import { organizationSettings } from '../groups/organizationSettings';
import type { State } from '../state';
import { shelfOf } from '../stores';
import { userSettings } from './accountSettings';

/** The account as GET /user shows it: one of its own, with no plan, team or organization. */
export function viewUser({ listed }: State, { id, username, firstName, lastName }: EmulatedAccount): UserReply {
  const count = listed.size(shelfOf(username, 'own'));
  return {
    id,
    first_name: firstName,
    last_name: lastName,
    active: '1',
    verified: '1',
    type: 1,
    pro: 0,
    created: '1767225600',
    emails: [username],
    primary_email: username,
    credits: 0,
    has_atticus_access: false,
    is_logged_in: true,
    document_count: count,
    monthly_document_count: count,
    lifetime_document_count: count,
    ...noPlan,
    settings: userSettings,
    organization_settings: organizationSettings,
  };
}

const noPlan = {
  subscriptions: [],
  cloud_export_account_details: null,
  billing_period: {
    start_date: '01/01/2026',
    end_date: '12/31/2026',
    start_timestamp: 1767225600,
    end_timestamp: 1798761599,
  },
  premium_access: {
    error: false,
    active: false,
    subscription: {
      serial_number: '',
      name: '',
      term: 0,
      seats: 0,
      used_seats: 0,
      expired_at: 0,
      created_at: 0,
      updated_at: 0,
      key: '',
      version: '',
      plan: {
        id: 0,
        plan_id: '',
        name: '',
        price: '',
        billing_cycle: 0,
        active: false,
        groups: [],
        level: '',
        type: '',
        api_requests: 0,
        unit_price: 0,
        is_trial: false,
        is_marketplace: false,
      },
      admin_email: '',
      status: '',
    },
    plan: '',
    business: false,
    trial: false,
    credit_card: false,
    api: { key: '', created_at: 0, expired_at: 0, level: '' },
  },
  companies: [],
  teams: [],
  googleapps: false,
  facebookapps: false,
  microsoftapps: false,
  status: {
    bad_copy_token: false,
    has_copy_token: false,
    has_cloud_export_token: false,
    bad_cloud_export_token: false,
    has_salesforce_token: false,
  },
  issue_notifications: [],
  merchant_accounts: [],
  organization: null,
  registration_source: null,
} satisfies Partial<UserReply>;
